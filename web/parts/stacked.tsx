import type { ReactNode } from 'react';

interface Row {
  readonly key: string;
  /** the first says what the row is about */
  readonly cells: readonly ReactNode[];
  /** marks what asks for attention; words must say it too */
  readonly isGrave?: boolean;
}

interface StackedProps {
  /** absent where the heading above says it */
  readonly caption?: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  /** what the table is of, for its style */
  readonly of?: 'changes' | 'people';
}

/** A table on a desk; on a phone each row is a block of facts, each under its column's name. */
export const Stacked = ({ caption, heads, rows, of }: StackedProps) => (
  <table className={of ? `stacked ${of}` : 'stacked'}>
    {caption && <caption>{caption}</caption>}
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells: [first, ...others], isGrave }) => (
        <tr key={key} className={isGrave ? 'grave' : ''}>
          <th scope="row">{first}</th>
          {others.map((cell, at) => (
            <td key={heads[at + 1]} data-head={heads[at + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
