/** Fails a task by this name. */
export class NamedError extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/** Answers one after the other; an error is thrown. */
export const inTurn = (...answers: readonly (object | symbol | Error)[]) => {
  const left = answers.values();
  return () => {
    const answer = left.next().value;
    if (answer === undefined) throw new Error('called more often than foreseen');
    if (answer instanceof Error) throw answer;
    return answer;
  };
};
