import { type ReactNode, useId } from 'react';

interface TickProps {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** of a choice of which one is taken, all by one name */
  readonly among?: string;
}

/** A thing that is so or not, or one of several that may be chosen. */
export function Tick({ label, hint, checked, onChange, among }: TickProps) {
  const id = useId();
  return (
    <div className="tick">
      <label className="radio">
        <input
          type={among === undefined ? 'checkbox' : 'radio'}
          name={among}
          checked={checked}
          onChange={({ target }) => onChange(target.checked)}
          aria-describedby={hint && id}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
