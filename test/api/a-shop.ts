import type { ApplicationForm } from '#functions/application/form.ts';
import { anIndividualBusiness } from '#test/builders/a-form.ts';
import { ofItsOwn } from '#test/builders/of-its-own.ts';

/** A 个体工商户 of this 字号, an invented one, run by p1 alone. */
export const aShop = (word: string, change: Partial<ApplicationForm> = {}): ApplicationForm =>
  anIndividualBusiness({
    name: `广州市南沙区${word}百货店`,
    people: { p1: ofItsOwn(word).p1 },
    ...change,
  });
