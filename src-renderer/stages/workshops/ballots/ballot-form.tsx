import { SegmentedControl, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Session } from '#shared/domain/workshops.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import type { BallotDraft } from './ballot-draft.ts';
import classes from './ballots.module.css';
import { OptionsEditor } from './options-editor.tsx';
import { PhonePreview } from './phone-preview.tsx';
import { RulesEditor } from './rules-editor.tsx';

const noSession = '';

/** Question, options and rules on one screen, with what comes of them beside. `paper` draws the sheet where the ballot is in the file. */
export function BallotForm({
  draft,
  sessions,
  isFixed,
  mayChangeSubject,
  onChange,
  paper,
}: {
  draft: BallotDraft;
  sessions: readonly Session[];
  isFixed: boolean;
  mayChangeSubject: boolean;
  onChange: (patch: Partial<BallotDraft>) => void;
  paper?: ReactNode;
}) {
  const { t } = useTexts();
  const [shown, setShown] = useState('phone');
  const hasOptions = draft.kind !== 'statement';
  return (
    <div className={classes.form}>
      <div className={classes.steps}>
        <Panel title={t('ballots.step.question')}>
          <div className={classes.step}>
            {isFixed ? (
              <p className={classes.fixedQuestion} dir="auto">
                {draft.question || t(`ballots.kind.${draft.kind}`)}
              </p>
            ) : (
              <SavedTextInput label={t('ballots.question')} value={draft.question} onSave={(question) => onChange({ question })} />
            )}
            <SavedTextarea label={t('ballots.help')} minRows={1} maxLength={1_000} value={draft.help} onSave={(help) => onChange({ help })} />
            {sessions.length > 0 ? (
              <Select
                label={t('ballots.session')}
                data={[{ value: noSession, label: t('ballots.noSession') }, ...sessions.map(({ id, title }) => ({ value: id, label: title }))]}
                value={draft.sessionId ?? noSession}
                onChange={(id) => onChange({ sessionId: id || null })}
              />
            ) : null}
          </div>
        </Panel>
        {hasOptions ? (
          <Panel title={t(draft.kind === 'quiz' ? 'ballots.step.questions' : 'ballots.step.options')}>
            <OptionsEditor draft={draft} isFixed={isFixed} mayChangeSubject={mayChangeSubject} onChange={onChange} />
          </Panel>
        ) : null}
        <Panel title={t(hasOptions ? 'ballots.step.rules' : 'ballots.step.rulesSecond')}>
          <RulesEditor draft={draft} isFixed={isFixed} onChange={onChange} />
        </Panel>
      </div>
      <aside className={classes.aside} aria-label={t('ballots.preview')}>
        {paper ? (
          <SegmentedControl
            fullWidth
            aria-label={t('ballots.preview')}
            value={shown}
            onChange={setShown}
            data={[
              { value: 'phone', label: t('ballots.preview.onPhone') },
              { value: 'paper', label: t('ballots.preview.onPaper') },
            ]}
          />
        ) : null}
        {paper && shown === 'paper' ? paper : <PhonePreview draft={draft} />}
      </aside>
    </div>
  );
}
