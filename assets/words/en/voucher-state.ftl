### State of a voucher.

voucher-state-running = valid
voucher-state-used = used
voucher-state-annulled = annulled
