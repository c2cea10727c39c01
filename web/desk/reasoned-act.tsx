import { type SubmitEvent, useState } from 'react';
import { ReasonField } from './reason-field.tsx';

interface ReasonedActProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly isSending: boolean;
  readonly act: (reason: string) => void;
}

/** An act beside the decision that wants a reason, behind a fold. */
export function ReasonedAct({ title, label, hint, submit, isSending, act }: ReasonedActProps) {
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    act(reason);
  };
  return (
    <details>
      <summary>{title}</summary>
      <form onSubmit={send}>
        <ReasonField label={label} hint={hint} rows={3} required value={typed} onType={setTyped} />
        <div className="line">
          <button type="submit" disabled={isSending || reason === ''}>
            {submit}
          </button>
        </div>
      </form>
    </details>
  );
}
