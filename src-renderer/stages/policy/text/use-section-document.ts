import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import * as Y from 'yjs';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText, refusalOf } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { fromBase64, toBase64 } from './base64.ts';

/** A pause in typing after which what stands there goes into the project, in milliseconds. */
const pauseMs = 350;
const retryMs = 3_000;
const fromEngine = Symbol('engine');

export interface SectionDocument {
  readonly id: string;
  readonly document: Y.Doc;
  readonly fragment: Y.XmlFragment;
}

export interface BoundDocument {
  /** Null while it is being read. */
  readonly bound: SectionDocument | null;
  readonly isSaved: boolean;
  /** Brings what is typed into the project now. */
  readonly flush: () => Promise<void>;
}

/**
 * A section's text as a Yjs document that stays in step with the project: what is typed here goes in after a short pause, what others typed
 * comes as soon as the project tells of a change (`changedAt`).
 */
export function useSectionDocument(sectionId: string, changedAt: number): BoundDocument {
  const { t } = useTexts();
  const { client } = useEngine();
  const [bound, setBound] = useState<SectionDocument | null>(null);
  const [isSaved, setIsSaved] = useState(true);
  const flushRef = useRef<() => Promise<void>>(async () => {});

  useEffect(() => {
    const document = new Y.Doc();
    const pending: Uint8Array[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let chain = Promise.resolve();
    let isCurrent = true;

    const send = async () => {
      if (pending.length === 0) return;
      const count = pending.length;
      const update = Y.mergeUpdates(pending);
      try {
        await client.policyText.write({ sectionId, update: toBase64(update) }).catch(async (error: unknown) => {
          // What it builds on is not in the project (a moment of the past was gone back to): all that is known here is sent instead.
          if (!isRefusal(error, 'text/out-of-step')) throw error;
          await client.policyText.write({ sectionId, update: toBase64(Y.encodeStateAsUpdate(document)) });
        });
        pending.splice(0, count);
        if (isCurrent) setIsSaved(pending.length === 0);
      } catch (error) {
        if (isRefusal(error, 'object/not-found')) pending.length = 0;
        else if (isCurrent) timer = setTimeout(() => void flush(), retryMs);
        notifications.show({ id: `text-${sectionId}`, color: 'red', message: errorText(t, error), autoClose: 12_000, withBorder: true });
      }
    };
    const flush = () => {
      clearTimeout(timer);
      chain = chain.then(send);
      return chain;
    };
    flushRef.current = flush;

    document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromEngine) return;
      pending.push(update);
      setIsSaved(false);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pauseMs);
    });
    const leave = () => void flush();
    window.addEventListener('pagehide', leave);

    client.policyText
      .text({ sectionId, vector: null })
      .then(({ update, hand }) => {
        if (!isCurrent) return;
        Y.applyUpdate(document, fromBase64(update), fromEngine);
        document.clientID = hand;
        setBound({ id: sectionId, document, fragment: document.getXmlFragment('content') });
      })
      .catch((error: unknown) => {
        if (isCurrent) notifications.show({ color: 'red', message: errorText(t, error), withBorder: true });
      });
    return () => {
      window.removeEventListener('pagehide', leave);
      void flush();
      isCurrent = false;
      setBound(null);
      setIsSaved(true);
    };
  }, [client, sectionId, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the last change is what says that there may be something new.
  useEffect(() => {
    if (!bound) return;
    let isCurrent = true;
    client.policyText
      .text({ sectionId: bound.id, vector: toBase64(Y.encodeStateVector(bound.document)) })
      .then(({ update }) => {
        if (isCurrent) Y.applyUpdate(bound.document, fromBase64(update), fromEngine);
      })
      // A part that is gone is told by the list of parts.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [bound, changedAt, client]);

  const flush = useCallback(() => flushRef.current(), []);
  return { bound: bound?.id === sectionId ? bound : null, isSaved, flush };
}

function isRefusal(error: unknown, code: string): boolean {
  return refusalOf(error)?.code === code;
}
