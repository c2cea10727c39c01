import type { clientsOf } from './clients.ts';
import type { OverABar } from './plan.ts';

/** How officials decide against a bar in law: one who holds the case proposes, heads confirm what they have read. */
export const proposingOf =
  ({ officialOf }: Pick<ReturnType<typeof clientsOf>, 'officialOf'>, name: string) =>
  async (id: string, version: number, how: OverABar): Promise<void> => {
    const proposer = officialOf(name);
    const head = officialOf(`${name}-head`);
    const other = officialOf(`${name}-other-head`);
    await proposer.decide(id, version, 'REGISTER');
    // who lost the answer looks as well
    const seen = await head.read(id);
    if (!seen?.proposal) return;
    switch (how) {
      case 'CONFIRMED':
        await Promise.all([head.confirm(seen), other.confirm(seen)]);
        return;
      case 'ALONE':
        await proposer.confirm(seen);
        return;
      case 'TAKEN_BACK': {
        const open = await proposer.takeBack(seen);
        if (open) await proposer.decide(id, open.version, 'REFUSE');
        return;
      }
      case 'AT_ONCE':
        await Promise.all([head.confirm(seen), proposer.takeBack(seen)]);
        return;
      case 'UNSEEN': {
        const open = await proposer.takeBack(seen);
        if (open) await proposer.decide(id, open.version, 'REGISTER');
        await head.confirm(seen);
        return;
      }
      case 'UNDONE': {
        const decided = await head.confirm(seen);
        const open = decided && (await head.undo(id, decided.version));
        const again = open && (await head.decide(id, open.version, 'REGISTER'));
        if (again) await other.confirm(again);
      }
    }
  };
