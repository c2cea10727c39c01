import type { Texts } from '../words.ts';

export const words: Texts['supervision'] = {};
