### Состояние ваучера.

voucher-state-running = действует
voucher-state-used = использован
voucher-state-annulled = аннулирован
