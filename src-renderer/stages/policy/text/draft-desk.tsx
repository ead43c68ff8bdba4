import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Draft, DraftSection } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { CommentsPanel, type NewComment } from './comments-panel.tsx';
import classes from './draft-desk.module.css';
import { SectionEditor } from './section-editor.tsx';
import { SectionList } from './section-list.tsx';
import { SuggestDialog } from './suggest-dialog.tsx';
import { SuggestionsPanel } from './suggestions-panel.tsx';
import { useSectionDocument } from './use-section-document.ts';

/** A draft on the desk: its parts at the side, the writing in the middle, what people say beside it. */
export function DraftDesk({ draft, changedAt, isReadOnly }: { draft: Draft; changedAt: number; isReadOnly: boolean }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const section = draft.sections.find(({ id }) => id === chosenId) ?? draft.sections[0];
  return (
    <div className={classes.place}>
      <div className={classes.desk}>
        <div className={classes.side}>
          <SectionList draft={draft} chosenId={section?.id ?? null} isReadOnly={isReadOnly} onChoose={setChosenId} />
        </div>
        {section ? <Writing key={section.id} draft={draft} section={section} changedAt={changedAt} isReadOnly={isReadOnly} /> : null}
      </div>
    </div>
  );
}

function Writing({ draft, section, changedAt, isReadOnly }: { draft: Draft; section: DraftSection; changedAt: number; isReadOnly: boolean }) {
  const { queries } = useEngine();
  const ofDraft = { input: { draftId: draft.id } };
  const comments = useOf(useQuery(queries.policyText.comments.queryOptions(ofDraft)).data, section.id);
  const suggestions = useOf(useQuery(queries.policyText.suggestions.queryOptions(ofDraft)).data, section.id);
  const saving = useSectionDocument(section.id, changedAt);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [writing, setWriting] = useState<NewComment | null>(null);
  const [suggesting, setSuggesting] = useState<DraftSection | null>(null);
  const marked = comments.filter(({ replyTo, status }) => replyTo === null && status !== 'resolved');
  const suggest = useCallback(() => void saving.flush().then(() => setSuggesting(section)), [saving, section]);

  return (
    <>
      <div className={classes.middle}>
        <SectionEditor
          {...{ section, saving, activeId, isReadOnly, language: draft.language, comments: marked }}
          onPick={setActiveId}
          onComment={(about) => setWriting(about)}
          onSuggest={suggest}
        />
      </div>
      <aside className={classes.notes}>
        <SuggestionsPanel suggestions={suggestions} language={draft.language} isReadOnly={isReadOnly} beforeDecision={saving.flush} />
        <CommentsPanel {...{ comments, activeId, writing, isReadOnly, sectionId: section.id }} onActivate={setActiveId} onWritten={() => setWriting(null)} />
      </aside>
      <SuggestDialog section={suggesting} language={draft.language} onClose={() => setSuggesting(null)} />
    </>
  );
}

function useOf<Note extends { readonly sectionId: string }>(notes: readonly Note[] | undefined, sectionId: string): readonly Note[] {
  return (notes ?? []).filter((note) => note.sectionId === sectionId);
}
