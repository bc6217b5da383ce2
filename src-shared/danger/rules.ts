import type { Concept } from './lexicon.ts';
import type { DangerKind } from './model.ts';

/** Words that must stand together for a danger. */
export interface DangerRule {
  readonly kind: DangerKind;
  /** Each of these is said, in any order, within `within` words of the first. */
  readonly all: readonly Concept[];
  /** None of these is said in the same sentence. */
  readonly without?: readonly Concept[];
  /** Words between the first and the last, both counted; 6 unless said. */
  readonly within?: number;
  /** "Not" belongs to the meaning, so that it does not undo it. */
  readonly bearsNot?: boolean;
}

/** The centre's rule for urgent appeals in words; the first rule of a kind that fits is enough. */
export const dangerRules: readonly DangerRule[] = [
  { kind: 'fire', all: ['fire'] },
  { kind: 'fire', all: ['kindled', 'thing'] },
  { kind: 'fire', all: ['burns', 'thing'], without: ['lamp'], within: 4 },
  { kind: 'fire', all: ['smoke', 'thick'], without: ['smoking'], within: 4 },
  { kind: 'fire', all: ['smell', 'charred'], within: 4 },
  { kind: 'gas', all: ['gas', 'smell'] },
  { kind: 'gas', all: ['gas', 'poison'] },
  { kind: 'gas', all: ['gas', 'blast'] },
  { kind: 'rescue', all: ['stuck', 'lift', 'person'] },
  { kind: 'rescue', all: ['under', 'rubble'], within: 3 },
  { kind: 'rescue', all: ['drowns', 'person'] },
  { kind: 'rescue', all: ['fell', 'ice'], within: 4 },
  { kind: 'rescue', all: ['collapse', 'structure'], within: 4 },
  { kind: 'medical', all: ['faint'] },
  { kind: 'medical', all: ['without', 'senses'], within: 3, bearsNot: true },
  { kind: 'medical', all: ['not', 'breath'], within: 2, bearsNot: true },
  { kind: 'medical', all: ['person', 'not', 'stirs'], bearsNot: true },
  { kind: 'medical', all: ['toppled', 'height', 'person'], within: 5 },
  { kind: 'medical', all: ['toppled', 'height', 'child'], within: 5 },
  { kind: 'medical', all: ['chokes'] },
  { kind: 'medical', all: ['sick'] },
  { kind: 'medical', all: ['bleeding', 'blood'], within: 3 },
  { kind: 'medical', all: ['hit', 'car', 'person'], within: 5 },
  { kind: 'medical', all: ['hit', 'car', 'child'], within: 5 },
  { kind: 'medical', all: ['shock', 'struck'], within: 4 },
  { kind: 'suicide', all: ['suicide'] },
  { kind: 'suicide', all: ['endLife', 'life'], within: 4 },
  { kind: 'suicide', all: ['hands', 'arms'], within: 4 },
  { kind: 'suicide', all: ['cuts', 'veins'], within: 3 },
  { kind: 'suicide', all: ['not', 'will', 'live'], within: 4, bearsNot: true },
  { kind: 'suicide', all: ['will', 'jump', 'height'] },
  { kind: 'violence', all: ['violence'] },
  { kind: 'violence', all: ['beats', 'person'], without: ['glass', 'shock'], within: 4 },
  { kind: 'violence', all: ['beats', 'child'], without: ['glass', 'shock'], within: 4 },
  { kind: 'violence', all: ['threat', 'killing'] },
  { kind: 'violence', all: ['threat', 'person'], within: 3 },
  { kind: 'violence', all: ['breaks', 'door'] },
  { kind: 'child', all: ['child', 'lost'] },
  { kind: 'child', all: ['child', 'alone', 'home'], without: ['raises'], within: 5 },
  { kind: 'explosive', all: ['explosive'] },
  { kind: 'explosive', all: ['mine', 'lies'] },
  { kind: 'explosive', all: ['suspicious', 'object'], within: 3 },
  { kind: 'explosive', all: ['debris', 'rocket'], within: 4 },
  { kind: 'explosive', all: ['hits'] },
  { kind: 'wire', all: ['torn', 'wire'], without: ['internet'], within: 5 },
  { kind: 'life', all: ['danger', 'life'], within: 3 },
  { kind: 'life', all: ['chemical', 'spilt'], within: 4 },
  { kind: 'explosive', all: ['blast'], without: ['gas'] },
  { kind: 'flood', all: ['bursts', 'water'] },
  { kind: 'frost', all: ['heat', 'none', 'frost'], within: 9, bearsNot: true },
  { kind: 'evacuation', all: ['carryOut', 'helpless'], within: 8, bearsNot: true },
];
