"""How dates are printed in each language, where Django's own way could be misread or differs from ours."""
