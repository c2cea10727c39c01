import { Tick } from '../parts/tick.tsx';

interface RadiosProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, text: string])[];
  readonly onChoose: (value: Value) => void;
}

/** One question whose few answers are all seen at once. */
export const Radios = <Value extends string>({
  legend,
  name,
  value,
  choices,
  onChoose,
}: RadiosProps<Value>) => (
  <fieldset className="group">
    <legend>{legend}</legend>
    {choices.map(([it, text]) => (
      <Tick
        key={it}
        label={text}
        among={name}
        checked={it === value}
        onChange={() => onChoose(it)}
      />
    ))}
  </fieldset>
);
