import type { Plan, PlanItem } from './api/types';

export function anItem(itemId: string, more: Partial<PlanItem> = {}): PlanItem {
  return {
    itemId,
    questionId: `q-${itemId}`,
    revision: 1,
    title: `Question ${itemId}`,
    prompt: 'How?',
    followUps: [],
    competency: 'quality',
    level: 'BEGINNER',
    weight: 2,
    minutes: 5,
    anchors: ['none', 'little', 'some', 'much', 'all'],
    ...more,
  };
}

export function aPlan(...items: PlanItem[]): Plan {
  return { kitId: 'k', version: 1, name: 'Kit', minimumPanel: 1, minutes: 30, sections: [{ name: 'All', items }] };
}
