import { useId } from 'react';
import type { Recommendation } from '../api/types';
import { Problems } from '../ui/Problems';
import { words } from '../ui/format';
import type { Refusal } from './outbox';

const RECOMMENDATIONS: readonly Recommendation[] = ['DEFINITELY_NO', 'NO', 'YES', 'STRONG_YES', 'NO_DECISION'];

interface Props {
  chosen: Recommendation | undefined;
  refusal: Refusal | undefined;
  onChoose: (recommendation: Recommendation) => void;
}

export function Recommend({ chosen, refusal, onChoose }: Props) {
  const name = useId();
  return (
    <div className="panel">
      <fieldset>
        <legend>Your recommendation</legend>
        <div className="choices">
          {RECOMMENDATIONS.map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name={name}
                checked={chosen === one}
                onChange={() => {
                  onChoose(one);
                }}
              />
              {words(one)}
            </label>
          ))}
        </div>
        <Problems error={refusal?.problem} />
      </fieldset>
    </div>
  );
}
