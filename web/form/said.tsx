import type { Finding } from './step.ts';

interface SaidProps {
  readonly findings: readonly Finding[];
  readonly id?: string;
}

/** What the review says of a part of the form that is no single input. */
export const Said = ({ findings, id }: SaidProps) =>
  findings.length === 0 ? null : (
    <ul className="said" id={id}>
      {findings.map(({ rule, pointer, fault, consequence }) => (
        <li
          data-at={pointer}
          key={`${rule} ${pointer} ${fault}`}
          className={consequence === 'WARN' ? 'hint' : 'wrong'}
        >
          {fault}
        </li>
      ))}
    </ul>
  );
