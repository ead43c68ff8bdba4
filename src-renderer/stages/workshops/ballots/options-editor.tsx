import { ActionIcon, Button, Popover, Select, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPhoto, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { BallotSubject, QuizQuestion } from '#shared/domain/ballots.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { type BallotDraft, type DraftOption, subjectsOf } from './ballot-draft.ts';
import classes from './ballots.module.css';
import { PictureMark, pictureNames } from './picture-mark.tsx';
import { QuizFields } from './quiz-fields.tsx';
import { useSubjectOptions } from './use-subject-options.ts';

const plainQuestion: QuizQuestion = { type: 'level', choices: [], correct: null };

/** What stands on the ballot: filled from the project, then changed, put in order, given pictures. */
export function OptionsEditor({
  draft,
  isFixed,
  mayChangeSubject,
  onChange,
}: {
  draft: BallotDraft;
  isFixed: boolean;
  mayChangeSubject: boolean;
  onChange: (patch: Partial<BallotDraft>) => void;
}) {
  const { t } = useTexts();
  const subjects = useSubjectOptions();
  const [text, setText] = useState('');
  const { options, kind } = draft;
  const isListed = kind === 'place' || kind === 'grid';
  const write = (next: readonly DraftOption[]) => onChange({ options: next });
  const put = (place: number, patch: Partial<DraftOption>) => write(options.map((option, at) => (at === place ? { ...option, ...patch } : option)));
  const swap = (place: number, by: number) => {
    const next = [...options];
    const [moved] = next.splice(place, 1);
    if (moved) next.splice(place + by, 0, moved);
    write(next);
  };
  const add = () => {
    if (!text.trim()) return;
    write([...options, { text: text.trim(), picture: '', refId: null, quiz: kind === 'quiz' ? plainQuestion : null }]);
    setText('');
  };
  return (
    <div className={classes.step}>
      {mayChangeSubject && subjectsOf[kind].length > 1 ? (
        <Select
          label={t('ballots.subject')}
          data={subjectsOf[kind].map((subject) => ({ value: subject, label: t(`ballots.subject.${subject}`) }))}
          value={draft.subject}
          onChange={(subject) => subject && onChange({ subject: subject as BallotSubject, options: subjects?.[subject as BallotSubject] ?? [] })}
        />
      ) : null}
      {options.length === 0 ? <p className={classes.none}>{t('ballots.options.none')}</p> : null}
      <ol className={classes.options}>
        {options.map((option, place) => (
          <li key={option.id ?? `new ${place}`}>
            <span className={classes.optionNumber} aria-hidden>
              {place + 1}
            </span>
            <PictureMenu
              picture={option.picture}
              isFixed={isFixed}
              label={t('ballots.options.picture', { number: place + 1 })}
              onChoose={(picture) => put(place, { picture })}
            />
            {isFixed ? (
              <span className={classes.optionText} dir="auto">
                {option.text}
              </span>
            ) : (
              <SavedTextInput
                className={classes.optionText}
                aria-label={t('ballots.options.text', { number: place + 1 })}
                value={option.text}
                onSave={(value) => put(place, { text: value })}
              />
            )}
            {isFixed ? null : (
              <span className={classes.optionTools}>
                <Tooltip label={t('ballots.options.up')}>
                  <ActionIcon color="gray" disabled={place === 0} aria-label={t('ballots.options.upOf', { number: place + 1 })} onClick={() => swap(place, -1)}>
                    <IconArrowUp size="1rem" stroke={1.6} aria-hidden />
                  </ActionIcon>
                </Tooltip>
                <ActionIcon
                  color="gray"
                  disabled={place === options.length - 1}
                  aria-label={t('ballots.options.downOf', { number: place + 1 })}
                  onClick={() => swap(place, 1)}
                >
                  <IconArrowDown size="1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  color="gray"
                  aria-label={t('ballots.options.removeOf', { number: place + 1 })}
                  onClick={() => write(options.filter((_, at) => at !== place))}
                >
                  <IconTrash size="1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </span>
            )}
            {kind === 'quiz' ? (
              <QuizFields quiz={option.quiz ?? plainQuestion} number={place + 1} isFixed={isFixed} onChange={(quiz) => put(place, { quiz })} />
            ) : null}
          </li>
        ))}
      </ol>
      {isFixed || isListed ? null : (
        <form
          className={classes.add}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextInput
            aria-label={t(kind === 'quiz' ? 'ballots.options.addQuestion' : 'ballots.options.add')}
            placeholder={t(kind === 'quiz' ? 'ballots.options.addQuestion' : 'ballots.options.add')}
            dir={text === '' ? undefined : 'auto'}
            maxLength={500}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!text.trim()} leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}>
            {t('action.add')}
          </Button>
        </form>
      )}
    </div>
  );
}

function PictureMenu({ picture, isFixed, label, onChoose }: { picture: string; isFixed: boolean; label: string; onChoose: (picture: string) => void }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (isFixed) return picture ? <PictureMark name={picture} /> : null;
  const choose = (name: string) => {
    onChoose(name);
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon color="gray" aria-label={label} onClick={() => setOpen(!isOpen)}>
          {picture ? <PictureMark name={picture} /> : <IconPhoto size="1.1rem" stroke={1.4} aria-hidden />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Button variant="subtle" size="compact-md" onClick={() => choose('')}>
          {t('ballots.picture.none')}
        </Button>
        <div className={classes.pictures}>
          {pictureNames.map((name) => (
            <ActionIcon key={name} color="gray" size="xl" aria-label={t('ballots.picture.of', { name })} onClick={() => choose(name)}>
              <PictureMark name={name} />
            </ActionIcon>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
