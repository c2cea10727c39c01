import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { json, readEnvironment } from '#functions/runtime/environment.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment of a function', () => {
  it('is read as the schema says, and nothing else of it', () => {
    vi.stubEnv('REGISTER_TABLE', 'register');
    vi.stubEnv('SECONDS', '60');
    vi.stubEnv('OTHER', 'other');
    const shape = { REGISTER_TABLE: z.string(), SECONDS: z.coerce.number() };
    expect(readEnvironment(shape)).toEqual({ REGISTER_TABLE: 'register', SECONDS: 60 });
  });

  it('names each variable that is missing', () => {
    const shape = { MISSING_TABLE: z.string(), MISSING_KEY: z.string() };
    expect(() => readEnvironment(shape)).toThrow(/MISSING_TABLE[\s\S]*MISSING_KEY/);
  });

  it('carries JSON that its own schema checks', () => {
    const shape = { LIST: json(z.array(z.int())) };
    vi.stubEnv('LIST', '[1, 2]');
    expect(readEnvironment(shape)).toEqual({ LIST: [1, 2] });
    vi.stubEnv('LIST', '["1"]');
    expect(() => readEnvironment(shape)).toThrow(z.ZodError);
    vi.stubEnv('LIST', '[1,');
    expect(() => readEnvironment(shape)).toThrow('not JSON');
  });
});
