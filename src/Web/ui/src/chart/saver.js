// Keeps every change soon after it is made; what someone else kept meanwhile is never overwritten unasked.
import { load } from "./state.js";

export function saver(s, ask) {
  let dirty = false, saving = null, timer = 0, version = s.chart.version, failed = 0, at = null;
  const tell = () => s.emit("saved", { dirty, saving: saving !== null, failed: failed > 0, at, version });

  function touch() {
    if (s.readOnly || !s.host.save) return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 900);
    tell();
  }
  // Where one looks is kept too, but it is no change that anybody waits for.
  let looked = false, rest = 0;
  function turn() {
    looked = true;
    clearTimeout(rest);
    rest = setTimeout(save, 15_000);
  }

  function save() {
    clearTimeout(timer);
    if (s.readOnly || !s.host.save) return Promise.resolve();
    if (saving) return saving.then(() => (dirty ? save() : undefined));
    if (!dirty && !looked) return Promise.resolve();
    clearTimeout(rest);
    const changed = dirty;
    dirty = looked = false;
    saving = (async () => {
      try {
        const answer = await s.host.save({ ...s.content, view: s.camera.view }, version);
        if (answer?.refusal) { failed++; s.say(answer.refusal); return; }
        if (answer?.conflict) return await settle(answer, changed);
        ({ version, at } = answer);
        // A chart that is kept for the first time gets its id with that.
        if (answer.id) s.chart.id = answer.id;
        failed = 0;
      } catch {
        // The line may be down for a while: it is tried again, ever later, and the page says so.
        dirty = true;
        failed++;
        timer = setTimeout(save, Math.min(30_000, 1000 * 2 ** failed));
      } finally {
        saving = null;
        tell();
      }
    })();
    tell();
    return saving;
  }

  /** @param changed false where only the view was to be kept: then theirs is taken without asking */
  async function settle(answer, changed) {
    const choice = changed || dirty ? await ask(answer) : "theirs";
    if (choice === "theirs") { take(answer.chart); await s.host.took?.(); return; }
    const copy = choice === "copy" ? await s.host.copy({ ...s.content, view: s.camera.view }, 0) : null;
    if (copy && !copy.refusal) { ({ version, at } = copy); s.chart.id = copy.id; failed = 0; dirty = false; clearTimeout(timer); return; }
    // Not decided yet, or it could not be kept: nothing is lost and nothing is kept; the next change asks again.
    if (copy) s.say(copy.refusal);
    dirty = true;
    failed++;
  }

  /** Another's version in the place of this one; what is chosen and where one looks stays. */
  function take(chart) {
    const chosen = s.chosen, ties = s.chosenTies;
    load(s, chart);
    s.choose([...chosen].filter(id => s.scene.byId.has(id)), [...ties].filter(id => s.ties.has(id)));
    s.emit("content");
    restart(chart);
    tell();
  }
  function restart(chart) { version = chart.version; dirty = looked = false; failed = 0; clearTimeout(timer); clearTimeout(rest); }

  const offs = [s.on("content", () => touch()), s.on("view", turn)];
  const leaving = () => { if (document.visibilityState === "hidden") save(); };
  document.addEventListener("visibilitychange", leaving);
  return {
    save,
    get state() { return { dirty, saving: saving !== null, failed: failed > 0, at, version }; },
    restart,
    /** @returns false where something of one's own waits to be kept */
    taken(chart) { if (dirty || saving) return false; take(chart); return true; },
    dispose() { document.removeEventListener("visibilitychange", leaving); offs.forEach(off => off()); const last = save(); clearTimeout(timer); clearTimeout(rest); return last; },
  };
}
