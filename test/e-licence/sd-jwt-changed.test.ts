import fc from 'fast-check';
import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { REFUSALS } from '#functions/e-licence/refusal.ts';
import { verifySdJwt } from '#functions/e-licence/sd-jwt.ts';
import { aDisclosure, anSdJwt, digestOfDisclosure } from '#test/builders/an-sd-jwt.ts';

const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const lawful = { iss: 'https://issuer.example', vct: 'urn:example:1', iat: NOW / 1000 };
const name = aDisclosure('name', '长沙云麓山货有限公司');
const digest = digestOfDisclosure(name);

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
const keys = [await exportJWK(publicKey)];
const terms = { typ: 'dc+sd-jwt', keysOf: () => ({ keys }), now: NOW };

describe('whatever is done to a token', () => {
  let token: string;
  const refusals: readonly string[] = REFUSALS;
  beforeAll(async () => {
    const element = aDisclosure('b');
    const payload = { ...lawful, _sd: [digest], a: [{ '...': digestOfDisclosure(element) }] };
    token = await anSdJwt(privateKey, payload, { disclosures: [name, element] });
  });

  const isRefused = async (mutated: string) => {
    const verdict = await verifySdJwt(mutated, terms);
    expect(verdict).toMatchObject({ ok: false });
    if (!verdict.ok) expect(refusals).toContain(verdict.reason);
  };

  it('is refused when any one character is another', async () => {
    const characters = [
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.=+/ \u0000é',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom(...characters),
        async (at, character) => {
          fc.pre(token[at] !== character);
          await isRefused(token.slice(0, at) + character + token.slice(at + 1));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused when the last character of the signature has stray bits', async () => {
    const [jwt = '', ...disclosures] = token.split('~');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(jwt.slice(-1));
    await isRefused([jwt.slice(0, -1) + alphabet[last ^ 1], ...disclosures].join('~'));
  });

  it('is refused when a piece is cut out, put in or moved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length),
        fc.nat(40),
        fc.string({ unit: fc.constantFrom(...'aA1-_.~'), maxLength: 8 }),
        async (at, cut, put) => {
          const mutated = token.slice(0, at) + put + token.slice(at + cut);
          // what is left may be an honest presentation that shows less
          fc.pre(!mutated.split('~').every((part) => token.split('~').includes(part)));
          await isRefused(mutated);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused when it is any text', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), isRefused));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json(), { minLength: 3, maxLength: 3 }), (parts) =>
        isRefused(`${parts.map((part) => Buffer.from(part).toString('base64url')).join('.')}~`),
      ),
    );
  });

  it('never throws on any signed payload or disclosure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.object(),
        fc.array(fc.jsonValue(), { maxLength: 4 }),
        async (payload, parts) => {
          const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
          const signed = {
            ...JSON.parse(JSON.stringify(payload)),
            ...lawful,
            _sd: [digestOfDisclosure(text)],
          };
          const signedToken = await anSdJwt(privateKey, signed, { disclosures: [text] });
          expect(await verifySdJwt(signedToken, terms)).toHaveProperty('ok');
        },
      ),
    );
  });
});
