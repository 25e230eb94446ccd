// Writing, changing and taking away notes.
import { button, choice, dialog, field, h } from "./dom.js";
import { colourNames } from "./colours.js";

const most = 200_000; // bytes of a picture; it is saved with the chart

export function annotator(s, view) {
  const t = s.t;
  const next = () => `note-${1 + Math.max(0, ...s.content.annotations.map(note => Number(note.id.split("-")[1]) || 0))}`;

  function edit(note, isNew) {
    const text = h("textarea", { rows: 3, dir: "auto", maxlength: 2000 }, note.text);
    const colour = choice(colourNames.map(name => [name, t(`colour-${name}`)]), note.colour);
    const made = dialog(s, t(`do-note-${note.kind}`), h("div", { class: "stack" }, h("p", { class: "quiet" }, t("note-says-nothing")), field(t("text"), text), field(t("colour"), colour)), [
      button(t("keep"), () => {
        const kept = { ...note, text: text.value.trim(), colour: colour.value };
        made.close();
        if (kept.kind === "text" && !kept.text) return;
        s.change(isNew ? `note-${note.kind}` : "note-edit", c => ({ ...c, annotated: true, annotations: isNew ? [...c.annotations, kept] : c.annotations.map(one => (one.id === note.id ? kept : one)) }));
        s.note = note.id;
        s.emit("selection");
      }, "filled"),
      isNew ? null : button(t("remove"), () => { made.close(); remove(note.id); }, "danger"), button(t("cancel"), () => made.close(), "text")]);
    text.focus();
  }
  function remove(id = s.note) {
    s.note = null;
    s.change("note-remove", c => ({ ...c, annotations: c.annotations.filter(note => note.id !== id) }));
    s.emit("selection");
  }
  return {
    drawn: (kind, [x, y], [x2, y2]) => edit({ id: next(), kind, x, y, x2, y2, text: "", colour: "slate" }, true),
    edit: id => { const note = s.content.annotations.find(one => one.id === id); if (note && !s.readOnly) edit(note, false); },
    remove,
    picture() {
      const input = h("input", { type: "file", accept: "image/png,image/jpeg,image/webp" });
      input.addEventListener("change", async () => {
        const file = input.files[0];
        if (!file) return;
        if (file.size > most) return s.emit("refused", t("picture-large", { most: Math.floor(most / 1000) }));
        const data = await new Promise(done => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(file); });
        const image = new Image();
        image.src = data;
        await image.decode().catch(() => null);
        if (!image.naturalWidth) return s.emit("refused", t("picture-unread"));
        const { x, y } = s.camera, w = Math.min(240, image.naturalWidth), high = (w * image.naturalHeight) / image.naturalWidth;
        s.change("note-picture", c => ({ ...c, annotated: true, annotations: [...c.annotations, { id: next(), kind: "picture", x: x - w / 2, y: y - high / 2, x2: x + w / 2, y2: y + high / 2, text: "", colour: "slate", picture: data }] }));
        view.ask();
      });
      input.click();
    },
  };
}
