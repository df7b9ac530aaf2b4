"""The headline model: pages whose headline is known, and the choice among their lines that is fitted to them."""
