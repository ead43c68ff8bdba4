import { openProjectOf, procedures } from '../procedures.ts';
import { areaTypesOf } from './area-types.ts';
import { changesOf } from './change.ts';
import { concentrationOf } from './concentration.ts';
import { harmOf } from './harm.ts';
import { addHarmSet, chooseHarmSet, listHarmSets, pasteHarmWeights, removeHarmSet, setHarmWeights, updateHarmSet } from './harm-weights.ts';
import { hotSpotsOf } from './hot-spots.ts';
import { specialOf } from './special.ts';
import { weekOf } from './week.ts';

const patterns = procedures.patterns;

export const patternProcedures = patterns.router({
  hotSpots: patterns.hotSpots.handler(({ context, input }) => hotSpotsOf(openProjectOf(context), input)),
  concentration: patterns.concentration.handler(({ context, input }) => concentrationOf(openProjectOf(context), input)),
  special: patterns.special.handler(({ context, input }) => specialOf(openProjectOf(context), input)),
  change: patterns.change.handler(({ context, input }) => changesOf(openProjectOf(context), input)),
  week: patterns.week.handler(({ context, input }) => weekOf(openProjectOf(context), input)),
  areaTypes: patterns.areaTypes.handler(({ context, input }) => areaTypesOf(openProjectOf(context), input)),
  harm: patterns.harm.handler(({ context, input }) => harmOf(openProjectOf(context), input)),
  harmSets: patterns.harmSets.handler(({ context }) => listHarmSets(openProjectOf(context))),
  addHarmSet: patterns.addHarmSet.handler(({ context, input }) => addHarmSet(openProjectOf(context), input)),
  updateHarmSet: patterns.updateHarmSet.handler(({ context, input }) => updateHarmSet(openProjectOf(context), input.id, input.patch)),
  removeHarmSet: patterns.removeHarmSet.handler(({ context, input }) => removeHarmSet(openProjectOf(context), input.id)),
  chooseHarmSet: patterns.chooseHarmSet.handler(({ context, input }) => chooseHarmSet(openProjectOf(context), input.id)),
  setHarmWeights: patterns.setHarmWeights.handler(({ context, input }) => setHarmWeights(openProjectOf(context), input.id, input.weights)),
  pasteHarmWeights: patterns.pasteHarmWeights.handler(({ context, input }) => pasteHarmWeights(openProjectOf(context), input.id, input.text)),
});
