import { Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SurveyQuestionInfo } from '#shared/domain/surveys.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './survey.module.css';
import type { SurveyChoice } from './use-survey-choice.ts';

type Option = SurveyQuestionInfo['options'][number];

/** The answers of a question: which of them are counted, what they are called, which ones say that there is no answer. */
export function AnswersPanel({ question, choice }: { question: SurveyQuestionInfo; choice: SurveyChoice }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const answers = useQuery(queries.surveys.answers.queryOptions({ input: { questionId: question.id } })).data;
  const update = useMutation(queries.surveys.updateQuestion.mutationOptions());
  const save = (patch: Partial<Pick<SurveyQuestionInfo, 'wording' | 'options' | 'isNumeric'>>) => update.mutate({ id: question.id, patch });
  const change = (option: Option, patch: Partial<Option>) => save({ options: [{ ...option, ...patch }] });
  const toggle = (code: string) => choice.setCodes(choice.codes.includes(code) ? choice.codes.filter((other) => other !== code) : [...choice.codes, code]);
  const byCode = new Map((answers?.answers ?? []).map((answer) => [answer.code, answer]));
  return (
    <Panel title={t('surveys.answers.title')} note={question.isNumeric ? t('surveys.answers.numericNote') : t('surveys.answers.note')}>
      <div className={classes.wording}>
        <SavedTextInput label={t('surveys.wording')} maxLength={2000} value={question.wording} onSave={(wording) => save({ wording })} />
        <Checkbox label={t('surveys.isNumeric')} checked={question.isNumeric} onChange={(event) => save({ isNumeric: event.currentTarget.checked })} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.scroller} tabIndex={0} aria-label={t('surveys.answers.title')}>
        <table className={classes.answers}>
          <caption className="visually-hidden">{t('surveys.answers.title')}</caption>
          <thead>
            <tr>
              {question.isNumeric ? null : <th scope="col">{t('surveys.answers.counted')}</th>}
              <th scope="col">{t('surveys.answers.code')}</th>
              <th scope="col">{t('surveys.answers.label')}</th>
              <th scope="col">{t('surveys.answers.missing')}</th>
              <th scope="col" data-number>
                {t('surveys.answers.n')}
              </th>
            </tr>
          </thead>
          <tbody>
            {question.options.map((option) => (
              <tr key={option.code}>
                {question.isNumeric ? null : (
                  <td>
                    <div className={classes.check}>
                      <Checkbox
                        aria-label={t('surveys.answers.count', { answer: option.label })}
                        checked={choice.codes.includes(option.code)}
                        disabled={option.isMissing}
                        onChange={() => toggle(option.code)}
                      />
                    </div>
                  </td>
                )}
                <td dir="auto">{option.code}</td>
                <td className={classes.label}>
                  <SavedTextInput
                    size="xs"
                    aria-label={t('surveys.answers.labelOf', { code: option.code })}
                    value={option.label}
                    onSave={(label) => change(option, { label })}
                  />
                </td>
                <td>
                  <div className={classes.check}>
                    <Checkbox
                      aria-label={t('surveys.answers.isMissing', { answer: option.label })}
                      checked={option.isMissing}
                      onChange={(event) => {
                        change(option, { isMissing: event.currentTarget.checked });
                        choice.setCodes(choice.codes.filter((code) => code !== option.code));
                      }}
                    />
                  </div>
                </td>
                <td data-number>
                  {formats.count(byCode.get(option.code)?.n)}
                  {question.isNumeric ? null : <div className={classes.faint}>{formats.percent(byCode.get(option.code)?.share, 1)}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={classes.faint}>{t('surveys.answers.blank', { people: formats.count(answers?.blank) })}</p>
    </Panel>
  );
}
