import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// a busy build machine is slower than a person would put up with
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);
