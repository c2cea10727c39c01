import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const COLOURS = 256;

/** The same picture with a palette, which is a third of the size: pages have few colours. */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  const { pixels, width } = await pixelsOf(page, png);
  return encoded(pixels, width);
}

/** Decoded by the browser, which knows PNG; each pixel as one number, its blue lowest. */
async function pixelsOf(page: Page, png: Buffer) {
  const blank = await page.context().newPage();
  const { base64, width } = await blank.evaluate<{ base64: string; width: number }>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const { width, height } = image;
    const drawn = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    drawn.drawImage(image, 0, 0);
    const url = await new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(new Blob([drawn.getImageData(0, 0, width, height).data]));
    });
    return { base64: url.slice(url.indexOf(',') + 1), width };
  })()`);
  await blank.close();
  const bytes = Buffer.from(base64, 'base64');
  const pixels = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUIntBE(at * 4, 3));
  return { pixels, width };
}

const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;
const apart = (a: number, b: number): number =>
  parts(a).reduce((sum, part, at) => sum + (part - (parts(b)[at] ?? 0)) ** 2, 0);

/** The colours that are seen most; every other one becomes the nearest of them. */
function encoded(pixels: readonly number[], width: number): Buffer {
  const seen = Map.groupBy(pixels, (it) => it);
  const palette = [...seen]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const nearest = new Map(
    [...seen.keys()].map((colour) => {
      const distances = palette.map((it) => apart(it, colour));
      return [colour, distances.indexOf(Math.min(...distances))];
    }),
  );
  const height = pixels.length / width;
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: 0, none
  for (const [at, colour] of pixels.entries())
    rows[at + 1 + Math.floor(at / width)] = nearest.get(colour) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits, with a palette
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @see PNG (ISO/IEC 15948), 5.3 */
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
