import { useMemo } from 'react';
import type { BallotResult, ResultFacet, ResultFigure, ResultPart, ResultSentence } from '#shared/domain/results.ts';
import { facetInside, facetWords, levelWords, resultSentence } from '#shared/i18n/result-words.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { placeIn } from './result-figures.ts';

/** A result in words and numbers, as screen and wall say them. */
export function useResultWords(result: BallotResult) {
  const { t, formats } = useTexts();
  return useMemo(() => {
    const nameOf = (optionId: string) => result.options.find(({ id }) => id === optionId)?.text || t('results.unnamed');
    const partName = ({ id, name }: Pick<ResultPart, 'id' | 'name'>) => name || t(`results.part.${id}` as TextKey);
    const facet = (name: ResultFacet) => facetWords(t, name);
    const figureName = (figure: ResultFigure) =>
      figure.facet === '' ? nameOf(figure.optionId) : t('results.withFacet', { name: nameOf(figure.optionId), facet: facetInside(t, formats, figure.facet) });
    const level = (value: number) => levelWords(t, result.scale, value);
    const choice = (name: string, isLevel: boolean) => (isLevel ? name : name === 'yes' || name === 'no' ? t(`ballots.${name}`) : name);
    /** What one person gave on average, by which groups are compared. */
    const points = (value: number | null) => {
      if (value === null) return '–';
      if (result.kind === 'agree' || result.kind === 'place' || result.kind === 'pairwise' || result.kind === 'quiz') return formats.percent(value);
      return formats.decimal(value, result.kind === 'dots' || result.kind === 'ranking' ? 2 : 1);
    };
    /** The figure of the whole room. */
    const headline = (figure: ResultFigure) => {
      if (figure.points === null && figure.median === null) return '–';
      if (result.kind === 'dots') return t('results.dots', { count: figure.total ?? 0 });
      if (result.kind === 'ranking') return t('results.points', { count: figure.total ?? 0, points: plain(formats.decimal, formats.count, figure.total ?? 0) });
      if (result.kind === 'place') return t('results.people', { count: figure.total ?? 0 });
      if (result.kind === 'agree') return t('results.agreeing', { share: formats.percent(figure.agreeing) });
      if (result.kind === 'rating' || result.kind === 'grid') return t('results.middle', { level: plain(formats.decimal, formats.count, figure.median ?? 0) });
      return points(figure.points);
    };
    /** Beside it: from how many people. */
    const beside = (figure: ResultFigure) => {
      if (result.kind === 'dots') return figure.supporters === null ? '' : t('results.from', { count: figure.supporters });
      if (result.kind === 'ranking') return t('results.putFirst', { count: figure.supporters ?? 0 });
      if (result.kind === 'place') return formats.percent(figure.points);
      return '';
    };
    const place = (figures: readonly ResultFigure[], index: number) => {
      const found = placeIn(figures, index);
      if (!found) return '–';
      return found.isShared ? t('result.shared', { place: formats.count(found.place) }) : formats.count(found.place);
    };
    return {
      nameOf,
      partName,
      facet,
      figureName,
      level,
      choice,
      points,
      headline,
      beside,
      place,
      sentence: (sentence: ResultSentence) => resultSentence(t, formats, sentence),
    };
  }, [result, t, formats]);
}

function plain(decimal: (value: number, digits?: number) => string, count: (value: number) => string, value: number): string {
  return Number.isInteger(value) ? count(value) : decimal(value, 1);
}

export type ResultWords = ReturnType<typeof useResultWords>;
