import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Application, anApplication } from '../applications/an-application.ts';
import { signedInAs } from '../sign-in/session.ts';
import { rememberWay } from '../signing/way-back.ts';
import { saveAtServer, sendToServer } from './at-server.ts';
import { linksFor, makeLinks, type SigningLink } from './signing-links.ts';
import type { WorkOnDraft } from './use-draft.ts';

/** One of the two calls, and how it goes. */
interface Going {
  readonly start: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

export interface Sending {
  readonly save: Going;
  readonly send: Going;
}

interface SentNow {
  readonly application: Application;
  readonly links: readonly SigningLink[];
}

/** The one who is signed in, where nobody else has to sign: he goes on to sign at once. */
function ownLink({ application: { missing = [], form }, links }: SentNow): SigningLink | undefined {
  const [party, ...others] = missing;
  if (!party || !('person' in party) || others.length > 0) return undefined;
  const isOwn = form.people?.[party.person]?.name?.trim() === signedInAs()?.name;
  return isOwn ? links.find(({ person }) => person === party.person) : undefined;
}

/** Brings a draft to the server: to keep it there, or to be signed and decided. Both may be tried again as they are. */
export function useSending({ inWork, drop }: WorkOnDraft): Sending {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  const [, navigate] = useLocation();

  const show = (application: Application): void => {
    const { id } = application;
    queries.setQueryData(anApplication(id, i18n.language).queryKey, application);
    const step = new URLSearchParams(window.location.search).get('step') ?? 'send';
    navigate(`/apply/${id}?step=${step}`, { replace: true });
  };

  const goOn = (sent: SentNow): void => {
    const { application, links } = sent;
    queries.setQueryData(linksFor(application.id).queryKey, links);
    show(application);
    const own = ownLink(sent);
    if (!own) return;
    drop();
    rememberWay(own.id, `/apply/${application.id}`);
    window.location.assign(own.link);
  };

  const saving = useMutation({ mutationFn: () => saveAtServer(inWork) });
  const going = useMutation({
    mutationFn: async (): Promise<SentNow> => {
      const application = await sendToServer(inWork);
      const links = application.state === 'SIGNING' ? await makeLinks(application.id) : [];
      return { application, links };
    },
  });
  // whoever has gone to another page meanwhile is not fetched back
  return {
    save: { ...saving, start: () => saving.mutate(undefined, { onSuccess: show }) },
    send: { ...going, start: () => going.mutate(undefined, { onSuccess: goOn }) },
  };
}
