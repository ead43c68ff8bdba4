import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { EditorContent, type JSONContent, useEditor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import type { DraftSection } from '#shared/domain/policy-text.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { directionOf } from '#shared/i18n/languages.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { textExtensions } from './editor-extensions.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import notes from './notes.module.css';
import classes from './section-editor.module.css';
import { WritingContext } from './writing-context.ts';

/** Another text for a part, written aside: nothing changes until somebody accepts it. */
export function SuggestDialog({ section, language, onClose }: { section: DraftSection | null; language: string; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const options = queries.policyText.nodes.queryOptions({ input: { sectionId: section?.id ?? '' } });
  const base = useQuery({ ...options, enabled: section !== null, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false }).data;
  return (
    <Modal
      opened={section !== null}
      onClose={onClose}
      size="xl"
      title={t('policyText.suggestion.for', { name: section?.title ?? '' })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {section && base ? <SuggestForm key={section.id} section={section} base={base} language={language} onClose={onClose} /> : null}
    </Modal>
  );
}

function SuggestForm({
  section,
  base: present,
  language,
  onClose,
}: {
  section: DraftSection;
  base: readonly RichNode[];
  language: string;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  // What others write meanwhile is not part of what is suggested.
  const [base] = useState(present);
  const [reason, setReason] = useState('');
  const add = useMutation(queries.policyText.addSuggestion.mutationOptions({ onSuccess: onClose }));
  const editor = useEditor({
    injectCSS: false,
    extensions: textExtensions,
    content: { type: 'doc', content: base as JSONContent[] },
    editorProps: {
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', lang: language, dir: directionOf(language) },
        'aria-label': t('policyText.suggestion.text'),
      },
    },
  });
  const writing = useMemo(() => ({ language }), [language]);
  return (
    <WritingContext value={writing}>
      <p className={notes.empty}>{t('policyText.suggestion.about')}</p>
      <EditorToolbar editor={editor} />
      <div className={notes.suggesting}>
        <EditorContent editor={editor} className={classes.text} />
      </div>
      <Textarea
        mt="md"
        label={t('policyText.suggestion.reason')}
        autosize
        minRows={2}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          loading={add.isPending}
          onClick={() =>
            add.mutate({ sectionId: section.id, base: [...base], content: [...((editor.getJSON().content ?? []) as RichNode[])], reason: reason.trim() })
          }
        >
          {t('policyText.suggestion.send')}
        </Button>
      </Group>
    </WritingContext>
  );
}
