// The earth on a plane, made here: Mercator's projection, so that north is up and shapes stay true everywhere; a graticule and a scale to read it by. No tiles and no outlines (docs/decisions/0036).
const radius = 6371.0088; // kilometres, the mean of the earth
const turn = Math.PI / 180;
const farthest = 85; // beyond, the plane runs away to infinity

/** Degrees → kilometres along the equator, y growing to the south. */
export function project(latitude, longitude) {
  const north = Math.max(-farthest, Math.min(farthest, latitude)) * turn;
  return [radius * longitude * turn, -radius * Math.log(Math.tan(Math.PI / 4 + north / 2))];
}

/** @returns [latitude, longitude] in degrees */
export const unproject = (x, y) => [(2 * Math.atan(Math.exp(-y / radius)) - Math.PI / 2) / turn, x / radius / turn];

/** How many kilometres of ground one kilometre of the plane is. */
export const ground = latitude => Math.cos(Math.max(-farthest, Math.min(farthest, latitude)) * turn);

const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** The lines of the graticule that are seen. @param cam see camera.js; @returns {{ step, places, meridians: number[], parallels: number[] }} in degrees */
export function graticule(cam) {
  const [north, west] = unproject(...cam.toWorld(0, 0)), [south, east] = unproject(...cam.toWorld(cam.width, cam.height));
  // Some hundred points from line to line.
  const wanted = (110 / cam.zoom / radius) / turn;
  const step = steps.filter(one => one >= wanted).at(-1) ?? steps[0];
  const lines = (from, to, least, most) => {
    const found = [];
    for (let n = Math.ceil(Math.max(from, least) / step - 1e-9); n * step <= Math.min(to, most) + 1e-9; n++) found.push(Math.round(n * step * 1e6) / 1e6);
    return found;
  };
  return { step, places: Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)), meridians: lines(west, east, -180, 180), parallels: lines(south, north, -farthest, farthest) };
}

/** A round length that takes at most so many points. @returns {{ metres, points }} */
export function scaleBar(cam, most = 130) {
  const [latitude] = unproject(cam.x, cam.y);
  const metre = cam.zoom / 1000 / ground(latitude), exact = most / metre, power = 10 ** Math.floor(Math.log10(exact));
  const metres = [5, 2, 1].map(n => n * power).find(length => length <= exact);
  return { metres, points: metres * metre };
}
