// Words for each state of a lost connection; Blazor tells through an event on the element of this id.
const dialog = document.getElementById("components-reconnect-modal");

if (dialog) {
  const show = state => {
    dialog.dataset.state = state;
    if (!dialog.open) dialog.showModal();
  };
  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    if (state === "hide") dialog.close();
    else {
      show(state);
      if (state === "failed") document.addEventListener("visibilitychange", onVisible);
    }
  });
  document.getElementById("reconnect-now").addEventListener("click", again);
  document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());

  async function again() {
    document.removeEventListener("visibilitychange", onVisible);
    try {
      const paused = dialog.dataset.state === "paused" || dialog.dataset.state === "resume-failed";
      const back = paused ? await Blazor.resumeCircuit() : (await Blazor.reconnect()) || (await Blazor.resumeCircuit());
      if (back) dialog.close();
      else show("rejected");
    } catch {
      show("failed");
    }
  }
  function onVisible() {
    if (document.visibilityState === "visible") again();
  }
}
