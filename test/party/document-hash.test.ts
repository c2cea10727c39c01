import { describe, expect, it } from 'vitest';
import { documentHash } from '#functions/party/document-hash.ts';
import { inNfc } from '#functions/party/in-nfc.ts';
import { aForm } from '#test/builders/a-form.ts';

const composed = aForm({ name: 'caf\u00e9\n\u0303' });
const decomposed = aForm({ name: 'cafe\u0301\n\u0303' });

describe('the hash that all parties sign', () => {
  it('is the same for texts that look the same', async () => {
    expect(await documentHash(decomposed)).toBe(await documentHash(composed));
    expect(inNfc(decomposed).name).toBe(composed.name);
  });

  it('is the same whatever the order of members and whether an absent one is written', async () => {
    const { name, ...rest } = aForm();
    expect(await documentHash({ ...rest, name, termYears: undefined })).toBe(
      await documentHash(aForm()),
    );
  });

  it('changes with any edit, that of a licence token too', async () => {
    const holding = (licence: string) =>
      aForm({ shareholders: [{ company: { name: '示例', licence }, fen: 1 }] });
    expect(await documentHash(holding('a'))).not.toBe(await documentHash(holding('b')));
    expect(await documentHash(holding('a'))).toMatch(/^[0-9a-f]{64}$/);
  });
});
