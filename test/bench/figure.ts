import { rounded } from './statistics.ts';

/** One measured number beside what it must not exceed, or must reach. */
export interface Figure {
  /** dotted, e.g. `batch.ratio`: the same in every run */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** what the number does not say by itself */
  readonly note?: string;
}

/** undefined where there is nothing to reach */
export function verdictOf({ value, atMost, atLeast }: Figure): 'pass' | 'MISS' | undefined {
  if (atMost === undefined && atLeast === undefined) return undefined;
  const holds =
    (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  return holds ? 'pass' : 'MISS';
}

export const asJson = (figure: Figure) => ({
  ...figure,
  value: rounded(figure.value),
  ...(verdictOf(figure) && { verdict: verdictOf(figure) }),
});

/** Figures in columns, one a line. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.value).toLocaleString('en-US', { maximumFractionDigits: 6 })} ${figure.unit}`,
    figure.atMost !== undefined
      ? `≤ ${figure.atMost.toLocaleString('en-US')}`
      : figure.atLeast !== undefined
        ? `≥ ${figure.atLeast.toLocaleString('en-US')}`
        : '',
    verdictOf(figure) ?? '',
    figure.note ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
