// Steps that can be undone. A step keeps what differs between two contents, so that a hundred steps over ten thousand items stay small.
export const depth = 200;

/** What makes after of before, and back; null if nothing differs. Contents are never changed in place. */
export function difference(before, after) {
  const fields = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[name] === after[name]) continue;
    if (name === "positions") {
      const moved = places(before.positions, after.positions);
      if (moved) fields.positions = moved;
    } else if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) fields[name] = { was: before[name], is: after[name] };
  }
  return Object.keys(fields).length ? fields : null;
}

function places(before, after) {
  const moved = new Map();
  for (const id in after) {
    const [was, is] = [before[id], after[id]];
    if (was !== is && !(was && was[0] === is[0] && was[1] === is[1])) moved.set(id, [was, is]);
  }
  for (const id in before) if (!(id in after)) moved.set(id, [before[id], undefined]);
  return moved.size ? moved : null;
}

function apply(content, fields, side) {
  const made = { ...content };
  for (const [name, change] of Object.entries(fields)) {
    if (name === "positions") {
      made.positions = { ...content.positions };
      for (const [id, pair] of change) if (pair[side]) made.positions[id] = pair[side]; else delete made.positions[id];
    } else {
      const value = side === 0 ? change.was : change.is;
      if (value === undefined) delete made[name]; else made[name] = value;
    }
  }
  return made;
}

export function history() {
  let steps = [];
  let at = 0; // how many steps are in force

  return {
    /** @returns true if there was something to keep */
    push(label, before, after) {
      const fields = difference(before, after);
      if (!fields) return false;
      steps = [...steps.slice(0, at), { label, fields }].slice(-depth);
      at = steps.length;
      return true;
    },
    /** What belongs to the step before: its result becomes this one. */
    amend(before, after) {
      const last = steps[at - 1];
      if (!last || at !== steps.length) return false;
      const was = apply(before, last.fields, 0);
      const fields = difference(was, after);
      if (fields) last.fields = fields;
      return true;
    },
    undo: content => (at > 0 ? apply(content, steps[--at].fields, 0) : content),
    redo: content => (at < steps.length ? apply(content, steps[at++].fields, 1) : content),
    /** Goes to the state after so many steps. */
    go(content, to) {
      while (at > to) content = this.undo(content);
      while (at < to && at < steps.length) content = this.redo(content);
      return content;
    },
    get at() { return at; },
    get steps() { return steps.map(step => step.label); },
    clear() { steps = []; at = 0; },
  };
}
