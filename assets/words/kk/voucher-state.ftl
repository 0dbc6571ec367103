### Ваучердің күйі.

voucher-state-running = қолданыста
voucher-state-used = пайдаланылды
voucher-state-annulled = күші жойылды
