// Reads Chromium's screenshots (8 bits, RGB or RGBA, not interlaced) and compares two of them.

import { inflateSync } from "node:zlib";

/** Width, height and colour of every pixel, three bytes each. */
export function pixels(png) {
  let [width, height, channels] = [0, 0, 0];
  const data = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error("a kind of PNG that is not read here");
    }
    if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  return { width, height, rgb: rgb(unfilter(inflateSync(Buffer.concat(data)), width, height, channels), channels) };
}

function unfilter(raw, width, height, channels) {
  const stride = width * channels;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? out[y * stride + x - channels] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const corner = x >= channels && y > 0 ? out[(y - 1) * stride + x - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function rgb(bytes, channels) {
  const out = Buffer.alloc((bytes.length / channels) * 3);
  for (let from = 0, to = 0; from < bytes.length; from += channels, to += 3) bytes.copy(out, to, from, from + 3);
  return out;
}

/** How many pixels differ by a contrast of at least 3:1, as WCAG counts it. */
export function strongChanges(one, other) {
  let count = 0;
  for (let at = 0; at < one.rgb.length; at += 3) {
    const [a, b] = [luminance(one.rgb, at), luminance(other.rgb, at)];
    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3) count++;
  }
  return count;
}

export function luminance(rgb, at) {
  return 0.2126 * linear(rgb[at]) + 0.7152 * linear(rgb[at + 1]) + 0.0722 * linear(rgb[at + 2]);
}

const linear = (byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
