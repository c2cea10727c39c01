import { useId } from 'react';
import { Tick } from '../../parts/tick.tsx';
import { Group } from '../parties/group.tsx';
import type { Finding } from '../step.ts';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly Choice<Value>[];
  /** what is chosen; several where `several` */
  readonly chosen: readonly string[];
  readonly several?: true;
  readonly findings?: readonly Finding[];
  readonly choose: (value: Value) => void;
}

/** A question that is answered by choosing: one of a few, or several. */
export function Choices<Value extends string>(asked: ChoicesProps<Value>) {
  const { legend, hint, choices, chosen, several, findings = [], choose } = asked;
  const among = useId();
  return (
    <Group legend={legend} hint={hint} findings={findings}>
      {choices.map(({ value, label, hint: about }) => (
        <Tick
          key={value}
          label={label}
          hint={about}
          checked={chosen.includes(value)}
          onChange={() => choose(value)}
          {...(!several && { among })}
        />
      ))}
    </Group>
  );
}
