import jsqr from 'jsqr';
import * as z from 'zod';
import type { Visitor } from './visitor.ts';

const Pixels = z.object({ data: z.array(z.int()), width: z.int(), height: z.int() });

/** What a camera reads of the QR code on the page. */
export async function readQr({ page, context }: Visitor): Promise<string | undefined> {
  const png = (await page.locator('.qr').screenshot()).toString('base64');
  const blank = await context.newPage();
  const { data, width, height } = Pixels.parse(
    await blank.evaluate(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png}';
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const drawn = canvas.getContext('2d');
      drawn.drawImage(image, 0, 0);
      return { data: [...drawn.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
    })()`),
  );
  await blank.close();
  return jsqr.default(Uint8ClampedArray.from(data), width, height)?.data;
}
