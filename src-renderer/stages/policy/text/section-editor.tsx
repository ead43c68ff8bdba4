import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftSection, TextComment } from '#shared/domain/policy-text.ts';
import { directionOf } from '#shared/i18n/languages.ts';
import { useUndo } from '../../../app/history/undo-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { anchorOfSelection, CommentPlaces, placesOf, showComments } from './comment-places.ts';
import { livePart, textExtensions } from './editor-extensions.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { FindingPicker } from './finding-picker.tsx';
import classes from './section-editor.module.css';
import { SharedWriting } from './shared-writing.ts';
import type { BoundDocument, SectionDocument } from './use-section-document.ts';
import { WritingContext } from './writing-context.ts';

interface Around {
  readonly section: DraftSection;
  readonly language: string;
  readonly comments: readonly TextComment[];
  readonly activeId: string | null;
  readonly isReadOnly: boolean;
  readonly onPick: (id: string) => void;
  readonly onComment: (about: { anchor: string; quote: string }) => void;
  readonly onSuggest: () => void;
}

/** One part of the draft, as it is written. */
export function SectionEditor({ saving, ...around }: Around & { saving: BoundDocument }) {
  const { t, formats } = useTexts();
  const { section } = around;
  return (
    <article className={classes.paper} aria-label={section.title}>
      {saving.bound ? (
        <BoundEditor key={saving.bound.id} bound={saving.bound} flush={saving.flush} {...around} />
      ) : (
        <Waiting title={section.title} hint={section.hint} />
      )}
      <footer className={classes.foot}>
        <span>{t('policyText.words', { count: section.words, shown: formats.count(section.words) })}</span>
        <span role="status">{t(around.isReadOnly ? 'policyText.readOnly' : saving.isSaved ? 'policyText.saved' : 'policyText.saving')}</span>
      </footer>
    </article>
  );
}

function Waiting({ title, hint }: { title: string; hint: string }) {
  return (
    <div className={classes.sheet}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.hint}>{hint}</p>
      <div className={classes.text} />
    </div>
  );
}

function BoundEditor({
  bound,
  flush,
  section,
  language,
  comments,
  activeId,
  isReadOnly,
  onPick,
  onComment,
  onSuggest,
}: Around & { bound: SectionDocument; flush: () => Promise<void> }) {
  const { t } = useTexts();
  const { undo, redo } = useUndo();
  const [isPicking, setIsPicking] = useState(false);
  const call = useRef({ undo, redo, onPick, comment: () => {} });
  const editor = useEditor(
    {
      injectCSS: false,
      editable: !isReadOnly,
      extensions: [
        ...textExtensions,
        SharedWriting.configure({
          fragment: bound.fragment,
          // What is typed and not yet saved belongs to the step that is taken back.
          onUndo: () => void flush().then(() => call.current.undo()),
          onRedo: () => void flush().then(() => call.current.redo()),
          onComment: () => call.current.comment(),
        }),
        CommentPlaces.configure({ onPick: (id) => call.current.onPick(id) }),
      ],
      editorProps: {
        attributes: {
          ...{ role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', lang: language, dir: directionOf(language) },
          'aria-label': t('policyText.textOf', { name: section.title }),
        },
      },
    },
    [bound],
  );
  call.current = {
    ...{ undo, redo, onPick },
    comment: () => onComment(anchorOfSelection(editor.state) ?? { anchor: '', quote: '' }),
  };

  useEffect(() => {
    editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);
  useEffect(() => showComments(editor, comments, activeId), [editor, comments, activeId]);
  useEffect(() => {
    const place = placesOf(
      editor.state,
      comments.filter(({ id }) => id === activeId),
    )[0];
    const element = place && editor.view.domAtPos(place.from).node;
    const shown = element instanceof Element ? element : element?.parentElement;
    shown?.scrollIntoView({ block: 'nearest' });
  }, [editor, comments, activeId]);

  const writing = useMemo(() => ({ language }), [language]);
  return (
    <WritingContext value={writing}>
      {isReadOnly ? null : (
        <div className={classes.top}>
          <EditorToolbar editor={editor} onComment={() => call.current.comment()} onSuggest={onSuggest} onFinding={() => setIsPicking(true)} />
        </div>
      )}
      <div className={classes.sheet}>
        <h2 className={classes.title} lang={language} dir="auto">
          {section.title}
        </h2>
        {section.hint ? (
          <p className={classes.hint} lang={language} dir="auto">
            {section.hint}
          </p>
        ) : null}
        <EditorContent editor={editor} className={classes.text} />
      </div>
      <FindingPicker
        isOpen={isPicking}
        onClose={() => setIsPicking(false)}
        onPick={(of) => editor.chain().focus().insertContent(livePart('finding', of)).run()}
      />
    </WritingContext>
  );
}
