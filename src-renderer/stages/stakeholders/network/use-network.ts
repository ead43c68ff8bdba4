import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type TieInput, type TieKind, tieKinds } from '#shared/domain/network.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Kinds of ties in words. */
export function useTieKinds(): readonly { value: TieKind; label: string }[] {
  const { t } = useTexts();
  return useMemo(() => tieKinds.map((value) => ({ value, label: t(`tieKind.${value}`) })), [t]);
}

/** Names of bodies by id; a body without a name is said to have none. */
export function useBodyNames(stakeholders: readonly Stakeholder[]): { nameOf: (id: string) => string; options: { value: string; label: string }[] } {
  const { t, formats } = useTexts();
  return useMemo(() => {
    const names = new Map(stakeholders.map(({ id, name }) => [id, name || t('register.nameless')]));
    const options = [...names].map(([value, label]) => ({ value, label })).sort((a, b) => formats.compare(a.label, b.label));
    return { nameOf: (id) => names.get(id) ?? '', options };
  }, [stakeholders, t, formats]);
}

/** The ties, where bodies were moved to, and what can be done with them; lists are undefined while they are read. */
export function useNetwork() {
  const { queries } = useEngine();
  const ties = useQuery(queries.network.ties.queryOptions()).data;
  const positions = useQuery(queries.network.positions.queryOptions()).data;
  const { mutate: add } = useMutation(queries.network.addTie.mutationOptions());
  const { mutate: update } = useMutation(queries.network.updateTie.mutationOptions());
  const { mutate: remove } = useMutation(queries.network.removeTie.mutationOptions());
  const { mutate: move } = useMutation(queries.network.move.mutationOptions());
  const { mutate: arrangeAnew } = useMutation(queries.network.arrangeAnew.mutationOptions());
  return {
    ties,
    positions,
    add: (tie: Partial<TieInput> & Pick<TieInput, 'fromId' | 'toId' | 'kind'>) => add(tie),
    update: (id: string, patch: Partial<TieInput>) => update({ id, patch }),
    remove: (id: string) => remove({ id }),
    move: (moved: { stakeholderId: string; x: number; y: number }[]) => move({ positions: moved }),
    arrangeAnew: () => arrangeAnew({}),
  };
}

/** A name keeps its own direction of writing inside a sentence: first strong isolate … pop directional isolate. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
