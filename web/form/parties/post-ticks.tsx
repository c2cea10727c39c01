import { useTranslation } from 'react-i18next';
import { pointerOf, rolesOf } from '#functions/application/form-places.ts';
import { Tick } from '../../parts/tick.tsx';
import type { StepProps } from '../step.ts';
import { findingsOn } from './finding-places.ts';
import { Group } from './group.tsx';
import { holders, isShared, postsFor, withPost } from './posts.ts';

/** What a person does in the business: everything that he does is ticked with him. What each post is, is told once. */
export function PostTicks({
  form,
  change,
  preCheck,
  personKey: key,
}: StepProps & { readonly personKey: string }) {
  const { t } = useTranslation();
  const pointers = rolesOf(form).flatMap(([path, who]) =>
    who === key && path[0] === 'roles' ? [pointerOf(path)] : [],
  );
  const [first, ...others] = Object.keys(form.people ?? {});
  const isAlone = others.length === 0;
  const isFirst = first === key;
  return (
    <Group
      legend={t('parties.posts.legend')}
      hint={isFirst && !isAlone ? t('parties.posts.hint') : undefined}
      findings={findingsOn(preCheck, ...pointers)}
    >
      <div className={isFirst ? undefined : 'ticks'}>
        {postsFor(form, key).map((post) => (
          <Tick
            key={post}
            label={
              <>
                {t(`field.${post}`)}
                {isShared(post) || isAlone ? '' : ` ${t('parties.posts.single')}`}
              </>
            }
            hint={isFirst ? t(`parties.post.${post}`) : undefined}
            checked={holders(form, post).includes(key)}
            onChange={(held) => change((it) => withPost(it, key, post, held))}
          />
        ))}
      </div>
    </Group>
  );
}
