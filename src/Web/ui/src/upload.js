// A file goes as one streamed POST, never through the circuit; its progress comes back to the page.
const running = new Map();

/**
 * @param input the file input's element; each of its files is one request
 * @param url where to, on this server
 * @param headers such as the antiforgery token and the purpose of the tab
 * @param target has OnProgress(index, name, sent, total) and OnUploaded(index, name, status, text)
 */
export function upload(input, url, headers, target) {
  const files = [...input.files];
  files.forEach((file, index) => {
    const request = new XMLHttpRequest();
    running.set(index, request);
    let told = 0;
    request.upload.onprogress = event => {
      const now = performance.now();
      if (now - told < 200 && event.loaded < event.total) return;
      told = now;
      target.invokeMethodAsync("OnProgress", index, file.name, event.loaded, event.total).catch(() => {});
    };
    request.onloadend = () => {
      running.delete(index);
      target.invokeMethodAsync("OnUploaded", index, file.name, request.status, request.responseText.slice(0, 32768)).catch(() => {});
    };
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    // Names in Arabic do not fit into a header as they are.
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.send(file);
  });
  return files.length;
}

export const cancelUpload = index => running.get(index)?.abort();
