import type { clientsOf } from './clients.ts';
import { type Actor, isOverABar } from './plan.ts';
import { proposingOf } from './proposing.ts';

type Officials = Extract<Actor, { kind: 'ONE' }>['officials'];
/** To whom cases are handed over: 天河. */
const ELSEWHERE = '440106';

/** How an official takes and decides a case as its plan says; whatever is refused to him, he leaves. */
export const decidingOf =
  (clients: Pick<ReturnType<typeof clientsOf>, 'officialOf'>, name: string) =>
  async (id: string, officials: Officials): Promise<void> => {
    const someone = clients.officialOf(name);
    const read = await someone.read(id);
    if (read?.state !== 'OPEN') return;
    const taken = await someone.take(id, read.version);
    if (!taken) return;
    if (isOverABar(officials)) return proposingOf(clients, name)(id, taken.version, officials);
    switch (officials) {
      case 'NONE':
        return;
      case 'TWO': {
        await Promise.all([
          someone.decide(id, taken.version, 'REGISTER'),
          someone.decide(id, taken.version, 'REFUSE'),
        ]);
        return;
      }
      case 'UNDO': {
        const decided = await someone.decide(id, taken.version, 'REFUSE');
        const open = decided && (await someone.undo(id, decided.version));
        if (open) await someone.decide(id, open.version, 'REGISTER');
        return;
      }
      case 'EXTEND': {
        // once; then he decides, if the machine came to its old deadline in between or not
        if (!(await someone.extend(id, taken.version)))
          await someone.decide(id, taken.version, 'REGISTER');
        return;
      }
      case 'HAND_OVER': {
        await someone.decide(id, taken.version, 'HAND_OVER', ELSEWHERE);
        return;
      }
      case 'LATE':
        await someone.decide(id, taken.version, 'RETURN');
        return;
      default:
        await someone.decide(id, taken.version, officials);
    }
  };
