import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { evidence, got, rejected } from '../../../../test-support/doctor-evidence';
import { TravelledHeaders } from './travelled-headers';

test('shows no headers where none came', () => {
  const { container } = render(
    <TravelledHeaders evidence={evidence({}, { outcome: { kind: 'timeout' } })} />,
  );
  expect(container).toBeEmptyDOMElement();
});

test('says whose headers they are', () => {
  render(
    <TravelledHeaders evidence={evidence({}, { outcome: rejected, recorded: [got('request', 200)] })} />,
  );
  expect(screen.getByText(/Preflight sent the same once more, without cookies/)).toBeVisible();
});
