// Files go as one streamed POST, never through the circuit; their progress comes back to the page.
// Tables chosen together travel in one body, as they may be the parts of one version of a list (OFAC's SDN, ALT and ADD).
const running = new Map();
const kept = new Map();
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

const isTable = file => /\.csv(\.gz)?$/i.test(file.name);

// As many as one request may carry (SentTogether); so many tables are not the parts of one list.
const most = 20;

/** The files of one choice as they travel: tables together, every other file by itself. */
function loads(files) {
  const tables = files.filter(isTable), alone = files.filter(file => !isTable(file) || tables.length > most);
  return [...alone.map(file => [file]), ...(tables.length > 0 && tables.length <= most ? [tables] : [])];
}

/**
 * Sends the files of an input, one load after another.
 * @param input the file input's element
 * @param url where to, on this server
 * @param headers such as the purpose of the tab
 * @param target has OnProgress(index, sent, total) and OnUploaded(index, status, text)
 * @param first the index of the first load; the others follow
 * @returns the names and sizes of the files of each load, in the order of their indices
 */
export function upload(input, url, headers, target, first) {
  const sent = loads([...input.files]);
  sent.forEach((files, n) => queue(first + n, { files, url, headers, target }));
  // The same file may be chosen again.
  input.value = "";
  return sent.map(files => files.map(named));
}

/**
 * Sends a load once more.
 * @param index its index
 * @param headers what is said besides, such as why a person accepts the losses of a list
 * @returns false when the page no longer holds the files
 */
export function uploadAgain(index, headers) {
  const load = kept.get(index);
  if (load) queue(index, { ...load, headers: { ...load.headers, ...headers } });
  return Boolean(load);
}

const named = file => ({ name: file.name, size: file.size });

function queue(index, load) {
  running.set(index, null);
  kept.set(index, load);
  line = line.then(() => send(index, load));
}

function send(index, { files, url, headers, target }) {
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
      // Only what was refused for its losses is sent again; a page does not hold on to what it has delivered.
      if (!request.responseText.includes('"list.losses"')) kept.delete(index);
      tell(target, "OnUploaded", index, request.status, request.responseText);
      done();
    };
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    request.setRequestHeader("RequestVerificationToken", document.querySelector("#sign-out input").value);
    // Names in Arabic do not fit into a header as they are.
    request.setRequestHeader("X-Files", encodeURIComponent(JSON.stringify(files.map(named))));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(new Blob(files));
  });
}

/** Stops a load that is on its way, or that waits for its turn. */
export function cancelUpload(index) {
  const request = running.get(index);
  running.delete(index);
  kept.delete(index);
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
