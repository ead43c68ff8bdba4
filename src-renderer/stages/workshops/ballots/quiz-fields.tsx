import { Select } from '@mantine/core';
import type { QuizQuestion } from '#shared/domain/ballots.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './ballots.module.css';

const types = ['level', 'choice', 'yes-no', 'text'] as const;
const noAnswer = '';

/** How a question of a test or evaluation is answered, and in a test what is right. */
export function QuizFields({
  quiz,
  number,
  isFixed,
  onChange,
}: {
  quiz: QuizQuestion;
  number: number;
  isFixed: boolean;
  onChange: (quiz: QuizQuestion) => void;
}) {
  const { t } = useTexts();
  const answers = quiz.type === 'yes-no' ? ['yes', 'no'] : quiz.choices;
  const hasRight = quiz.type === 'yes-no' || quiz.type === 'choice';
  return (
    <div className={classes.quiz}>
      <Select
        size="xs"
        aria-label={t('ballots.quiz.type', { number })}
        disabled={isFixed}
        data={types.map((type) => ({ value: type, label: t(`ballots.quiz.type.${type}`) }))}
        value={quiz.type}
        onChange={(type) => type && onChange({ type: type as QuizQuestion['type'], choices: [], correct: null })}
      />
      {quiz.type === 'choice' ? (
        <SavedTextInput
          size="xs"
          aria-label={t('ballots.quiz.choices', { number })}
          placeholder={t('ballots.quiz.choicesHint')}
          disabled={isFixed}
          value={quiz.choices.join(' ; ')}
          onSave={(text) =>
            onChange({
              ...quiz,
              choices: [
                ...new Set(
                  text
                    .split(/[;؛]/)
                    .map((one) => one.trim())
                    .filter(Boolean),
                ),
              ].slice(0, 12),
              correct: null,
            })
          }
        />
      ) : null}
      {hasRight && answers.length > 0 ? (
        <Select
          size="xs"
          aria-label={t('ballots.quiz.correct', { number })}
          disabled={isFixed}
          data={[
            { value: noAnswer, label: t('ballots.quiz.noCorrect') },
            ...answers.map((answer) => ({
              value: answer,
              label: t('ballots.quiz.right', { answer: answer === 'yes' || answer === 'no' ? t(`ballots.${answer}`) : answer }),
            })),
          ]}
          value={quiz.correct ?? noAnswer}
          onChange={(correct) => onChange({ ...quiz, correct: correct || null })}
        />
      ) : null}
    </div>
  );
}
