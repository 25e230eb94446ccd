// A file goes as one streamed POST, never through the circuit; its progress comes back to the page.
const running = new Map();
let line = Promise.resolve();

// The page's circuit may be away for a while: an answer is told again until someone has heard it.
const tell = async (target, name, ...words) => {
  for (let pause = 250; pause < 60000; pause *= 2) {
    try {
      return await target.invokeMethodAsync(name, ...words);
    } catch {
      await new Promise(done => setTimeout(done, pause));
    }
  }
};

/**
 * Sends the files of an input one after another.
 * @param input the file input's element
 * @param url where to, on this server
 * @param headers such as the purpose of the tab
 * @param target has OnProgress(index, sent, total) and OnUploaded(index, status, text)
 * @param first the index of the first file; the others follow
 * @returns the names and sizes of the files, in the order of their indices
 */
export function upload(input, url, headers, target, first) {
  const files = [...input.files];
  files.forEach((file, n) => {
    const index = first + n;
    running.set(index, null);
    line = line.then(() => send(file, index, url, headers, target));
  });
  // The same file may be chosen again.
  input.value = "";
  return files.map(file => ({ name: file.name, size: file.size }));
}

function send(file, index, url, headers, target) {
  if (!running.has(index)) return;
  return new Promise(done => {
    const request = new XMLHttpRequest();
    running.set(index, request);
    let told = 0;
    request.upload.onprogress = event => {
      const now = performance.now();
      if (now - told < 200 && event.loaded < event.total) return;
      told = now;
      target.invokeMethodAsync("OnProgress", index, event.loaded, event.total).catch(() => {});
    };
    request.onloadend = () => {
      running.delete(index);
      tell(target, "OnUploaded", index, request.status, request.responseText.slice(0, 32768));
      done();
    };
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    request.setRequestHeader("RequestVerificationToken", document.querySelector("#sign-out input").value);
    // Names in Arabic do not fit into a header as they are.
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.send(file);
  });
}

/** Stops a file that is on its way, or that waits for its turn. */
export function cancelUpload(index) {
  const request = running.get(index);
  running.delete(index);
  request?.abort();
}

/** Files dropped onto a place are chosen in the input. */
export function takeDrops(zone, input) {
  const over = on => event => {
    event.preventDefault();
    zone.classList.toggle("over", on);
  };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", event => {
    over(false)(event);
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
